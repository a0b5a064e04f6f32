"""The pages of casusoverleg and casustafel."""
