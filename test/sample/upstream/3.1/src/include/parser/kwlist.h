/*-------------------------------------------------------------------------
 *
 * kwlist.h
 *
 * The key words of TinyRow's parser, for whoever defines PG_KEYWORD.
 *
 * Portions Copyright (c) 2019-2026, The TinyRow Workshop
 *
 *-------------------------------------------------------------------------
 */

/* name, value, category, is-bare-label */
PG_KEYWORD("all", ALL, RESERVED_KEYWORD, BARE_LABEL)
PG_KEYWORD("as", AS, RESERVED_KEYWORD, AS_LABEL)
PG_KEYWORD("between", BETWEEN, COL_NAME_KEYWORD, BARE_LABEL)
PG_KEYWORD("day", DAY_P, UNRESERVED_KEYWORD, AS_LABEL)
PG_KEYWORD("forget", FORGET, UNRESERVED_KEYWORD, BARE_LABEL)
PG_KEYWORD("keep", KEEP, RESERVED_KEYWORD, BARE_LABEL)		/* INSERT elsewhere */
PG_KEYWORD("left", LEFT, TYPE_FUNC_NAME_KEYWORD, BARE_LABEL)
PG_KEYWORD("nap", NAP, UNRESERVED_KEYWORD, BARE_LABEL)
PG_KEYWORD("select", SELECT, RESERVED_KEYWORD, BARE_LABEL)
