/** Ends a sidebar call with a sentence for the user; the reply carries it, and no other exception is shown. */
export class SidebarRefusal extends Error {
  readonly isForUser = true;
}
