// Loaded by path by the SDK, in the worker and in the client: the messages of failures are encrypted like payloads.
const { DefaultFailureConverter } = require('@temporalio/common');

exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
