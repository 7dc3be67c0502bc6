-- Ends leases, but only those that are still this batch's own.
-- KEYS schedule, ready, dispatching   ARGV deadline in us, then (member, next score in ms or '')...
local deadline = tonumber(ARGV[1])
local ended = 0
for i = 2, #ARGV, 2 do
    local member, next_score = ARGV[i], ARGV[i + 1]
    local score = redis.call('ZSCORE', KEYS[3], member)
    if score and tonumber(score) == deadline then
        redis.call('ZREM', KEYS[3], member)
        if next_score ~= '' then
            local index = string.find(member, ':', 1, true) and KEYS[2] or KEYS[1]
            redis.call('ZADD', index, next_score, member)
        end
        ended = ended + 1
    end
end
return ended
