-- Writes which workers are drained, as a whole; not what was read before something that is there already.
-- KEYS drains   ARGV (field, value)..., the first of which says when it was read, in microseconds
local newer = tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or '0') - tonumber(ARGV[2])
if newer > 0 and newer < 10000000 then -- more: PostgreSQL's clock was set back
    return 0
end
redis.call('DEL', KEYS[1])
for i = 1, #ARGV, 2 do
    redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
end
return 1
