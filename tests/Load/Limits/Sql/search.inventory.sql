-- What can be sold of the 20 products of a page: InventoryStore.GetAvailabilityAsync.
\set n random(0, :products - 1)
SELECT w.product_id, COALESCE(s.on_hand - s.reserved, 0) AS available
FROM unnest((SELECT page FROM load.ware WHERE n = :n)) AS w (product_id) LEFT JOIN stock s USING (product_id);
