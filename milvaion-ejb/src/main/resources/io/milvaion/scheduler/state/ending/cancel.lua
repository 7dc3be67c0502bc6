-- Says that a run must not start (or must stop), and tells who has it.
-- KEYS claim, cancel   ARGV reason, time to live in ms, spare a running one (1/0)
-- Returns the state of the claim; 'none' when there is no claim or its lease has ended
local claim = redis.call('HMGET', KEYS[1], 'state', 'lease')
local state = claim[1] or 'none'
if state == 'running' or state == 'received' then
    local time = redis.call('TIME')
    if tonumber(claim[2] or '0') < time[1] * 1000 + math.floor(time[2] / 1000) then state = 'none' end
end
if not (ARGV[3] == '1' and (state == 'running' or state == 'done')) then
    redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])
end
return state
