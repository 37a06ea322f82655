-- What can be sold of the product, for the Cart, then of the cart's products, three on average: InventoryStore.GetAvailabilityAsync.
\set n random(0, :products - 1)
SELECT product_id, on_hand - reserved AS available FROM stock WHERE product_id = ANY((SELECT page[1:1] FROM load.ware WHERE n = :n)::uuid[]);
SELECT product_id, on_hand - reserved AS available FROM stock WHERE product_id = ANY((SELECT page[1:3] FROM load.ware WHERE n = :n)::uuid[]);
