-- Gives up a claim whose run has not started, so that any worker may have it at once.
-- KEYS: claim, cancel
-- ARGV: attempt, instance, token, lease ms, time to live ms
-- Returns outcome, now in microseconds, ''.
local time = redis.call('TIME')
local micros = time[1] * 1000000 + time[2]
local claim = redis.call('HMGET', KEYS[1], 'attempt', 'token', 'state')

if claim[1] == ARGV[1] and claim[2] == ARGV[3] and claim[3] == 'received' then
  redis.call('DEL', KEYS[1])
end
return {'LOST', micros, ''}
