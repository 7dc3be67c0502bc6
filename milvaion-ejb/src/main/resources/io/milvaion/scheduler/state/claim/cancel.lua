-- Says that a run must not start (or must stop), and tells who has the attempt.
-- KEYS claim, cancel   ARGV attempt, reason, time to live in ms, spare a running one (1/0)
-- Returns the state of the claim; 'none' when there is no claim, its lease has ended, or it is of
-- an older attempt
local claim = redis.call('HMGET', KEYS[1], 'attempt', 'state', 'lease')
local state = claim[2] or 'none'
if (tonumber(claim[1] or '') or 0) < tonumber(ARGV[1]) then
    state = 'none'
elseif state == 'running' or state == 'received' then
    local time = redis.call('TIME')
    if tonumber(claim[3] or '0') < time[1] * 1000 + math.floor(time[2] / 1000) then state = 'none' end
end
if not (ARGV[4] == '1' and (state == 'running' or state == 'done')) then
    redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
end
return state
