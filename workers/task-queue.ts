/** The one queue that cases and their activities are served from. */
export const TASK_QUEUE = 'onething';
