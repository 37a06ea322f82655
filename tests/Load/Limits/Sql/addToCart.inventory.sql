-- What can be sold of the cart's products, three on average: InventoryStore.GetAvailabilityAsync.
\set n random(0, :products - 1)
SELECT w.product_id, COALESCE(s.on_hand - s.reserved, 0) AS available
FROM unnest((SELECT page[1:3] FROM load.ware WHERE n = :n)) AS w (product_id) LEFT JOIN stock s USING (product_id);
