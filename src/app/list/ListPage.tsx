/** The list of an environment's operations, as its URL says. */
export function ListPage({ environment }: { environment: string }) {
  return <p>{environment}</p>;
}
