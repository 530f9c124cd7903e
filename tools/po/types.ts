/** PO files of gettext, as far as an exchange of catalogs needs them. */

/** One message of a PO file. */
export interface PoMessage {
  /** Line of its `msgid`, from 1; 0 when it was not read from a file. */
  readonly line: number;
  /** `msgctxt`: `page:key`. */
  readonly context: string | undefined;
  /** `msgid`, unescaped. */
  readonly source: string;
  /** `msgstr`, unescaped; of a message with plural forms the first. */
  readonly target: string;
  readonly plural: boolean;
  readonly fuzzy: boolean;
  /** The source that a fuzzy target was made for, `#| msgid`. */
  readonly previous?: string;
  /** Lines of `# ` comments: what people wrote. */
  readonly remarks: readonly string[];
  /** Lines of `#. ` comments: what the exporting program wrote. */
  readonly notes: readonly string[];
  /** Line of `#: ` comment: where the message comes from. */
  readonly reference?: string;
}

/** What is wrong in a PO file, in its place. */
export interface PoProblem {
  readonly line: number;
  readonly message: string;
}

/** A PO file that was read. */
export interface PoFile {
  /** Fields of the header by their names in lower case; without a header, none. */
  readonly header: ReadonlyMap<string, string>;
  readonly messages: readonly PoMessage[];
  /** Messages that could not be read; all others are in `messages`. */
  readonly problems: readonly PoProblem[];
  /** How many messages are obsolete (`#~`): a tool has put them aside. */
  readonly obsolete: number;
}
