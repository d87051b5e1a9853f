/**
 * Something the person at the terminal can put right. Its message is one
 * sentence that says how; it is shown without a stack trace.
 */
export class Problem extends Error {
  name = 'Problem';
}

/**
 * Runs a command's main function and sets the exit code: what it returns, or 1
 * after a {@link Problem}. Anything else is a defect of ours and keeps its trace.
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main(process.argv.slice(2))) ?? 0;
  } catch (error) {
    console.error(
      error instanceof Problem ? `\n${error.message}` : error?.stack ?? error,
    );
    process.exitCode = 1;
  }
}
