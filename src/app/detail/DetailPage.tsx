/** One operation, watched until it ends. */
export function DetailPage({ environment, id }: { environment: string; id: string }) {
  return <h1>{`${environment} ${id}`}</h1>;
}
