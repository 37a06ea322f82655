-- What can be sold of a product: InventoryStore.GetAvailabilityAsync.
\set n random(0, :products - 1)
SELECT w.product_id, COALESCE(s.on_hand - s.reserved, 0) AS available
FROM unnest((SELECT page[1:1] FROM load.ware WHERE n = :n)) AS w (product_id) LEFT JOIN stock s USING (product_id);
