-- Who has the lease and how many ms ago it was renewed; nothing if nobody has it.
-- KEYS leader   ARGV time to live in ms
if redis.call('TYPE', KEYS[1]).ok ~= 'string' then return {} end
return {redis.call('GET', KEYS[1]), tonumber(ARGV[1]) - redis.call('PTTL', KEYS[1])}
