/** Asks the person to show once more who they are; true if they did. */
type Ask = () => Promise<boolean>;

let asking: Ask | undefined;
let running: Promise<boolean> | undefined;

/** Says who asks from now on; answers how to stop. */
export function provedBy(ask: Ask): () => void {
  asking = ask;
  return () => {
    if (asking === ask) asking = undefined;
  };
}

/** Several requests that need it at once ask once. */
export function proveAgain(): Promise<boolean> {
  running ??= (asking?.() ?? Promise.resolve(false)).finally(() => {
    running = undefined;
  });
  return running;
}
