-- Turns the caller's received claim into running, unless the run was cancelled.
-- KEYS: claim, cancel
-- ARGV: attempt, instance, token, lease ms, time to live ms
-- Returns outcome, now in microseconds, state of the caller's claim or ''.
local time = redis.call('TIME')
local micros = time[1] * 1000000 + time[2]
local now = math.floor(micros / 1000)
local claim = redis.call('HMGET', KEYS[1], 'attempt', 'token', 'state')

if not claim[1] or tonumber(claim[1]) < tonumber(ARGV[1]) then return {'MISSING', micros, ''} end
if claim[1] ~= ARGV[1] or claim[2] ~= ARGV[3] or claim[3] == 'done' then
  return {'LOST', micros, ''}
end
if redis.call('EXISTS', KEYS[2]) == 1 and claim[3] ~= 'running' then
  return {'CANCELLED', micros, claim[3]}
end
redis.call('HSET', KEYS[1], 'state', 'running', 'lease', string.format('%.0f', now + ARGV[4]))
redis.call('PEXPIRE', KEYS[1], ARGV[5])
return {'GRANTED', micros, 'running'}
