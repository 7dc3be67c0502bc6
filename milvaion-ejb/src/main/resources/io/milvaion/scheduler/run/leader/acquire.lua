-- Takes the lease if nobody has it, if this node took it and never got the answer, or if its holder
-- has not renewed it for as long as a lease is in force (the key's time to live may be longer).
-- KEYS leader   ARGV node, value, time to live in ms, lease in force in ms
local kind = redis.call('TYPE', KEYS[1]).ok
if kind ~= 'none' and kind ~= 'string' then redis.call('DEL', KEYS[1]) end
local holder = redis.call('GET', KEYS[1])
if holder and string.sub(holder, 1, #ARGV[1] + 1) ~= ARGV[1] .. ' ' then
    local silent = tonumber(ARGV[3]) - redis.call('PTTL', KEYS[1])
    if silent < tonumber(ARGV[4]) then return 0 end
end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1
