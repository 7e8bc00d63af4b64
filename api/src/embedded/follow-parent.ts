// Loaded into the API and the worker before their own code: when the supervisor is killed, they leave in order.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
