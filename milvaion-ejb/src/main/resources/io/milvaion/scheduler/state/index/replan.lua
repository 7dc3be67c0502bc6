-- Sets scores of jobs that are not being dispatched just now.
-- KEYS schedule, dispatching   ARGV (job id, score in ms)...
local changed = 0
for i = 1, #ARGV, 2 do
    if not redis.call('ZSCORE', KEYS[2], ARGV[i]) then
        redis.call('ZADD', KEYS[1], ARGV[i + 1], ARGV[i])
        changed = changed + 1
    end
end
return changed
