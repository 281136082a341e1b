"""What is asked: question packs, scales, guidance and dated figures, shipped as data."""
