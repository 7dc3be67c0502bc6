-- Renews the lease of exactly this holder, under a new value or the same.
-- KEYS leader   ARGV value held, value from now on, time to live in ms
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1
