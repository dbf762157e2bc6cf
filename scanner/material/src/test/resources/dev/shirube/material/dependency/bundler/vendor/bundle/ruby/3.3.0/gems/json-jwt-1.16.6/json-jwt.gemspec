Gem::Specification.new do |s|
  s.add_dependency "jose", "1.0"
end
