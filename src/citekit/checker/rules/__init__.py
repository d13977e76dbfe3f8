"""The rules, a package for each family and a module for each rule."""
