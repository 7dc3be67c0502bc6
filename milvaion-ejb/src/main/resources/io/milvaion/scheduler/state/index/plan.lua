-- Sets when to look at a job, whatever a batch in flight thinks.
-- KEYS schedule, dispatching   ARGV job id, score in ms or ''
redis.call('ZREM', KEYS[2], ARGV[1])
if ARGV[2] == '' then
    redis.call('ZREM', KEYS[1], ARGV[1])
else
    redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
end
return 1
