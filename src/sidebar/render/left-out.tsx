/** Rows that the user's own rule keeps out of a run. */
export function LeftOut({ rows }: { readonly rows: readonly string[] }) {
  return (
    <>
      {rows.map((words) => (
        <p key={words} class="fine">
          {words}.
        </p>
      ))}
    </>
  );
}
