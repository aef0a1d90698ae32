import { lazyRouteComponent } from '@tanstack/react-router';

/** The script of a screen didn't come: no network, or a newer server, which has it under another name. */
export class NotLoaded extends Error {
  override readonly name = 'NotLoaded';
}

/** A screen whose script is loaded when somebody is about to go there: the module, and the component's name in it. */
export const screen: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(
    () =>
      load().catch((cause: unknown) => {
        throw new NotLoaded(String(cause), { cause });
      }),
    name,
  );
