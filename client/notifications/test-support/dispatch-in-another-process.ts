/** A dispatcher in a process of its own, to be killed: `node … STORE_URL SMTP_URL NOW`. */
import { openStore } from '../../../store/open-store.ts';
import { mailChannel } from '../channels/mail-channel.ts';
import { dispatchDue } from '../dispatcher.ts';

const [url = '', smtp = '', now = ''] = process.argv.slice(2);
const store = await openStore(url, { connections: 2 });
await dispatchDue({ db: store.db, now: () => Number(now), channels: [mailChannel({ url: smtp, from: { name: '', address: 'noreply@onething.test' }, publicUrl: null })] });
await store.close();
