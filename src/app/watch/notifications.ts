import { endWords } from './signals.ts';
import { watchKey, type WatchedOperation } from './watched.ts';

/** Whether the system can tell ends: it may, may not, was not asked, or cannot at all. */
export type NotifyPermission = 'granted' | 'denied' | 'default' | 'insecure' | 'unsupported';

const shown = new Set<Notification>();

/** What the browser lets this page do. */
export function notifyPermission(): NotifyPermission {
  if (!isSecureContext) return 'insecure';
  return 'Notification' in window ? Notification.permission : 'unsupported';
}

/** Has the browser ask the person, if it has not yet. Only ever called by a click that asks for it. */
export async function askPermission(): Promise<NotifyPermission> {
  if (notifyPermission() === 'default') await Notification.requestPermission();
  return notifyPermission();
}

/**
 * Has the system tell an end. A second one of the same operation, from another tab, takes its place and does not sound
 * again. `onOpen` is called when it is clicked.
 */
export function showNotification(entry: WatchedOperation, onOpen: () => void): void {
  const { title, body } = endWords(entry);
  const tag = `toloka-operations/${watchKey(entry)}`;
  const notification = tryNotification(title, { body, tag });
  if (!notification) return;
  // Held on to, or its click could be lost with it.
  shown.add(notification);
  notification.addEventListener('close', () => shown.delete(notification));
  notification.addEventListener('click', () => {
    window.focus();
    notification.close();
    shown.delete(notification);
    onOpen();
  });
}

/** Takes back what the system still shows of this tab: it has been noticed. */
export function closeNotifications(): void {
  for (const notification of shown) notification.close();
  shown.clear();
}

function tryNotification(title: string, options: NotificationOptions): Notification | null {
  try {
    return new Notification(title, options);
  } catch (error) {
    // Browsers of phones have the name but want a service worker for it. Title and icon have told the end already.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
