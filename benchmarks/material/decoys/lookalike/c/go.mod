module example.com/cryptotax

go 1.22

require example.com/circlejerk v1.0.0
