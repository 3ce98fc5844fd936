import { Navigate } from 'react-router';
import { useMe } from './me.ts';
import { destinationsOf } from './navigation.ts';

/** `/`: where the reader's role works; for who has not signed in, the services. */
export function HomePage() {
  const me = useMe();
  if (me === undefined) return null;
  return <Navigate to={destinationsOf(me?.person.role ?? null)[0]!.path} replace />;
}
