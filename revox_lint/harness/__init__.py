"""Test files for definitions: what an assistant will do, checked before it calls anybody."""
