-- Claims a run on receipt of its message; with start = 1 it goes straight to running.
-- KEYS: claim, cancel
-- ARGV: attempt, instance, token, lease ms, time to live ms,
--       start, redelivered, copy, generation of the message, generation now,
--       published (epoch ms, or 0), settled (1: a doubt was settled, run it)
-- Returns outcome, now in microseconds, state of the caller's claim or ''.
local time = redis.call('TIME')
local micros = time[1] * 1000000 + time[2]
local now = math.floor(micros / 1000)
local attempt = tonumber(ARGV[1])
local start = ARGV[6] == '1'
local redelivered = ARGV[7] == '1'
local claim = redis.call('HMGET', KEYS[1], 'attempt', 'token', 'state', 'lease')

local function answer(outcome, state)
  return {outcome, micros, state or ''}
end

local function cancelled()
  return redis.call('EXISTS', KEYS[2]) == 1
end

local function take()
  if start and cancelled() then
    return answer('CANCELLED')
  end
  local state = start and 'running' or 'received'
  redis.call('HSET', KEYS[1], 'attempt', ARGV[1], 'instance', ARGV[2], 'token', ARGV[3],
      'state', state, 'lease', string.format('%.0f', now + ARGV[4]))
  redis.call('PEXPIRE', KEYS[1], ARGV[5])
  return answer('GRANTED', state)
end

if claim[1] then
  local held = tonumber(claim[1])
  if held < attempt then return take() end
  if held > attempt then return answer('SUPERSEDED') end
  if claim[3] == 'done' then return answer('DONE') end
  if claim[2] == ARGV[3] then return answer('SETTLE', claim[3]) end
  local ended = tonumber(claim[4]) <= now
  if claim[3] == 'running' then return answer(ended and 'DEAD' or 'LIVE') end
  if cancelled() then return answer('CANCELLED') end
  if ended or redelivered then return take() end
  return answer('LIVE')
end

if cancelled() then return answer('CANCELLED') end
local published = tonumber(ARGV[11])
local doubtful = redelivered or tonumber(ARGV[8]) > 1 or ARGV[9] ~= ARGV[10]
    or (published > 0 and now - published > tonumber(ARGV[5]))
if doubtful and ARGV[12] ~= '1' then return answer('DOUBT') end
return take()
