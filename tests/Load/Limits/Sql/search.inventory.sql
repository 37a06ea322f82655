-- What can be sold of the 20 products of a page: InventoryStore.GetAvailabilityAsync.
\set n random(0, :products - 1)
SELECT product_id, on_hand - reserved AS available FROM stock WHERE product_id = ANY((SELECT page FROM load.ware WHERE n = :n)::uuid[]);
