import { ask } from '../../../api/client';

/** Has the log replayed and compared with what the screens show; nothing is changed by it. */
export const askViewCheck = () => ask('/api/view-checks');
