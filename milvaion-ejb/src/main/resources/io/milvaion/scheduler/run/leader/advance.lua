-- Stores a mark if the caller has the lease and the mark is still as it was read.
-- KEYS leader, mark   ARGV value held, mark as it was read, term, number
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
local mark = redis.pcall('GET', KEYS[2])
if (type(mark) == 'string' and mark or '') ~= ARGV[2] then return 0 end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('SET', KEYS[2], string.format('%s %s %.0f', ARGV[3], ARGV[4], now))
return 1
