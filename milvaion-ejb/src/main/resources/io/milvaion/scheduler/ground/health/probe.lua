-- Tells the time if Redis takes data, and the generation if there is one.   KEYS probe, generation
redis.call('SET', KEYS[1], '1', 'PX', '60000')
local told = redis.call('TIME')
local generation = redis.pcall('GET', KEYS[2])
if type(generation) == 'string' then
    told[3] = generation
end
return told
