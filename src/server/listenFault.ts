import type { Config } from './config.ts';
import { bad, type Fault } from './faults.ts';
import { freePort } from './freePort.ts';

type Place = Pick<Config, 'host' | 'port' | 'settings'>;

/** Why the server cannot listen where it was told to, from node's error, with a mend that works. Never throws. */
export async function listenFault(error: unknown, place: Place): Promise<Fault> {
  const { host, port, settings } = place;
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') return portTaken(place);
  if (code === 'EACCES') {
    return bad(settings.port, `${port} may not be opened by this user`, 'Choose a port above 1023').fault;
  }
  return bad(settings.host, `${host} is no address of this machine`, 'Leave it out or set 127.0.0.1').fault;
}

/** The fault of a port on which another program listens; proposes one that is free at this moment. */
export async function portTaken({ host, port, settings }: Place): Promise<Fault> {
  const free = (await freePort(host, port)) ?? 0;
  const other = settings.port === 'PORT' ? `PORT=${free}` : `--port ${free}`;
  const mend = `Stop that program, or choose another port: ${other}${free === 0 ? ' (any free one)' : ''}`;
  return bad(settings.port, `${port} is in use by another program`, mend).fault;
}
