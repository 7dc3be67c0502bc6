-- Renews the caller's claim and asks whether the run was cancelled; writes a missing claim back,
-- also in place of one of an older attempt.
-- KEYS: claim, cancel
-- ARGV: attempt, instance, token, lease ms, time to live ms, state
-- Returns outcome, now in microseconds, state of the caller's claim or ''.
local time = redis.call('TIME')
local micros = time[1] * 1000000 + time[2]
local now = math.floor(micros / 1000)
local claim = redis.call('HMGET', KEYS[1], 'attempt', 'token', 'state')
local state = ARGV[6]

if claim[1] and tonumber(claim[1]) >= tonumber(ARGV[1]) then
  if claim[1] ~= ARGV[1] or claim[2] ~= ARGV[3] then return {'LOST', micros, ''} end
  if claim[3] == 'done' then return {'HELD', micros, 'done'} end
  if claim[3] == 'running' then state = 'running' end
end
redis.call('HSET', KEYS[1], 'attempt', ARGV[1], 'instance', ARGV[2], 'token', ARGV[3],
    'state', state, 'lease', string.format('%.0f', now + ARGV[4]))
redis.call('PEXPIRE', KEYS[1], ARGV[5])
local cancelled = redis.call('EXISTS', KEYS[2]) == 1
return {cancelled and 'CANCELLED' or 'HELD', micros, state}
