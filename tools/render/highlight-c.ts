/** Whether a listing is C, by signs that other languages of a manual do not show. */

const SIGNS: readonly RegExp[] = [
  // The preprocessor, embedded SQL, and the types that C declares by a keyword.
  /^[ \t]*#[ \t]*(?:include\s*[<"]|define\s+\w|ifn?def\s+\w|undef\s+\w|endif\b|if\s+(?:defined|[A-Z_]+))/m,
  /^[ \t]*EXEC SQL\b/m,
  /^[ \t]*typedef\s+(?:struct|enum|union|const|[a-z]\w*\s+\(?\*?\w+)/m,
  /^(?:static|extern)\s+(?:inline\s+|const\s+|struct\s+)*\w+[\s*]+\w+/m,
  /^(?:struct|union|enum)\s+\w+\s*\{/m,
  // A prototype or the head of a function. Its parameters are read in one way only (`(?=(…))\1`): to try the others
  // where no `)` follows takes time that doubles with each word.
  /^(?:[A-Za-z_]\w*[\s*]+){1,4}[A-Za-z_]\w*\s*\((?:void|(?=(\s*(?:const\s+|struct\s+)*[A-Za-z_]\w*(?:\s+\**|\s*\*+)[^(),]*(?:\([^()]*\)[^(),]*)*(?:,\s*(?:const\s+|struct\s+)*[A-Za-z_]\w*(?:\s+\**|\s*\*+)[^(),]*(?:\([^()]*\)[^(),]*)*)*,?))\1)\)\s*(?:;|\{|(?![\s\S]))/m,
  // A pointer to a function.
  /^[A-Za-z_][\w \t*]*\(\*\w+\)\s*\(/m,
  // What only the server's and libpq's interfaces have.
  /\b(?:PG_(?:MODULE_MAGIC\w*|FUNCTION_INFO_V1|GETARG_\w+|RETURN_\w+|TRY|CATCH)|PQ[a-z]\w+|SPI_(?:connect|execute|finish|prepare)\w*|ereport|elog|palloc0?|pfree)\s*\(.*[;,{\\]?[ \t]*$/m,
  // A declaration of a pointer or a plain type; access through a pointer.
  /^[ \t]*(?:const\s+)?(?:char|int|void|bool|double|float|long|short|unsigned|size_t|u?int(?:8|16|32|64)(?:_t)?|Oid|Datum)[ \t]+\**[ \t]*\w+(?:\[[^\]\n]*\])?[ \t]*(?:=[^\n]*)?;/m,
  /^[ \t]*[A-Z]\w*[ \t]+\*+\w+(?:[ \t]*=[^\n]*)?;/m,
  /^[ \t]*[\w.>-]+->\w+[ \t]*=[^\n]*;/m,
];

/** Languages whose code bears some of these signs. */
const OTHERS =
  /^[ \t]*(?:public|private|import java|class \w+ |def \w+\(|my [$@%]|use \w+;|proc \w+ )|\bCREATE (?:OR REPLACE )?FUNCTION\b/m;

export function looksLikeC(text: string): boolean {
  return !OTHERS.test(text) && SIGNS.some((sign) => sign.test(text));
}
