// Spreadsheets run cells that begin so as formulas; those of East Asia also by
// the wide signs.
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

function cell(text: string): string {
  const inert = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replace(/"/g, '""')}"` : inert;
}

/** Rows as comma-separated values, without anything that would run. @internal */
export function toCsv(rows: string[][]): string {
  return rows.map(row => row.map(cell).join(',')).join('\r\n');
}

/** Hands a text to the browser as a file. @internal */
export function downloadText(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
