Gem::Specification.new do |spec|
  spec.name = "portal"
  # spec.add_dependency "jose", "1.0"
  spec.add_dependency "json-jwt", ">= 1.13", "< 2"
  spec.add_runtime_dependency(%q<xmldsig>.freeze, ["~> 0.6"])
  spec.add_development_dependency "jose", "~> 1.1"
end
