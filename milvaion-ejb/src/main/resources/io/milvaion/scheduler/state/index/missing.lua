-- Finds runs that the sets should know and do not.
-- KEYS open, ready, dispatching   ARGV (occurrence id, its member of ready or '')...
-- Returns the occurrence ids
local missing = {}
for i = 1, #ARGV, 2 do
    local id, member = ARGV[i], ARGV[i + 1]
    local known = redis.call('ZSCORE', KEYS[1], id)
    if known and member ~= '' then
        known = redis.call('ZSCORE', KEYS[2], member) or redis.call('ZSCORE', KEYS[3], member)
    end
    if not known then missing[#missing + 1] = id end
end
return missing
