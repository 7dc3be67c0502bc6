-- Removes members whose scores are still as they were read.
-- KEYS set   ARGV (member, score)...
-- Returns the removed members
local dropped = {}
for i = 1, #ARGV, 2 do
    local score = redis.call('ZSCORE', KEYS[1], ARGV[i])
    if score and tonumber(score) == tonumber(ARGV[i + 1]) then
        redis.call('ZREM', KEYS[1], ARGV[i])
        dropped[#dropped + 1] = ARGV[i]
    end
end
return dropped
