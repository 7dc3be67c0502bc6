-- Remembers runs that are about to be committed, so that no crash can lose their publishing.
-- KEYS ready, open   ARGV grace in ms, then (occurrence id, attempt, due in ms)...
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local earliest = now + tonumber(ARGV[1])
for i = 2, #ARGV, 3 do
    local score = math.max(earliest, tonumber(ARGV[i + 2]))
    redis.call('ZADD', KEYS[1], string.format('%.0f', score), ARGV[i] .. ':' .. ARGV[i + 1])
    redis.call('ZADD', KEYS[2], now, ARGV[i])
end
return now
