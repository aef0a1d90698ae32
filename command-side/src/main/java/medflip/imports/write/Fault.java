package medflip.imports.write;

/** Why a row can't be imported: the column and its text, and the reason in words for a person. */
record Fault(String column, String value, String reason) {}
