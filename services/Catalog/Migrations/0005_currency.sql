-- At start it is compared with the shop's currency: the first and the last entry of this index tell whether all prices are in it.
CREATE INDEX product_by_currency ON product (currency);
