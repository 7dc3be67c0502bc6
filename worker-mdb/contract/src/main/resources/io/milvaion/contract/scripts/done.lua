-- Marks a run whose final report is confirmed; the mark answers late copies of its message.
-- KEYS: claim, cancel
-- ARGV: attempt, instance, token, lease ms, time to live ms, end (how it has ended; may be missing)
-- Returns outcome, now in microseconds, state of the caller's claim or ''.
local time = redis.call('TIME')
local micros = time[1] * 1000000 + time[2]
local now = math.floor(micros / 1000)
local claim = redis.call('HMGET', KEYS[1], 'attempt', 'token')

if claim[1] and tonumber(claim[1]) >= tonumber(ARGV[1])
    and (claim[1] ~= ARGV[1] or claim[2] ~= ARGV[3]) then
  return {'LOST', micros, ''}
end
redis.call('HSET', KEYS[1], 'attempt', ARGV[1], 'instance', ARGV[2], 'token', ARGV[3],
    'state', 'done', 'lease', string.format('%.0f', now + ARGV[4]))
if ARGV[6] then
  redis.call('HSET', KEYS[1], 'end', ARGV[6])
else
  redis.call('HDEL', KEYS[1], 'end')
end
redis.call('PEXPIRE', KEYS[1], ARGV[5])
return {'DONE', micros, 'done'}
