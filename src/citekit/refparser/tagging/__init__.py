"""The trained tagger: states of tokens, the network, the chain over its scores, the model file."""
