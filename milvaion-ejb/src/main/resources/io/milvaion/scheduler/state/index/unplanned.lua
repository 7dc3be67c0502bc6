-- Finds planned jobs that neither set knows, or that are looked at far too late.
-- KEYS schedule, dispatching   ARGV tolerance in ms, then (job id, next run in ms)...
-- Returns the job ids
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local unplanned = {}
for i = 2, #ARGV, 2 do
    local id = ARGV[i]
    if not redis.call('ZSCORE', KEYS[2], id) then
        local score = redis.call('ZSCORE', KEYS[1], id)
        local latest = math.max(now, tonumber(ARGV[i + 1])) + tonumber(ARGV[1])
        if not score or tonumber(score) > latest then unplanned[#unplanned + 1] = id end
    end
end
return unplanned
