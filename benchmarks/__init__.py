"""The figures: each module measures one thing, beside a plainer way of doing the same."""
